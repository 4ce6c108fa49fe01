package medic.app.server;

import java.io.IOException;
import medic.http.Problem;
import medic.http.Problems;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/**
 * Answers what Tomcat refuses by itself, before any servlet or filter sees it, as everything else
 * is answered: with a problem, and the headers that tell browsers what not to do. Tomcat makes it
 * by its name.
 */
public final class ProblemReportValve extends ErrorReportValve {

  private static final int FIRST_FAILURE = 400;

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    boolean isOpen = response.getContentWritten() == 0 && !response.isCommitted();
    if (response.getStatus() < FIRST_FAILURE || !isOpen || !response.setErrorReported()) {
      return;
    }
    Problem problem = Problems.ofStatus(HttpStatusCode.valueOf(response.getStatus()));
    try {
      Problems.write(response.getResponse(), problem);
      response.finishResponse();
    } catch (IOException clientIsGone) {
      container.getLogger().debug("a client did not hear why it was refused", clientIsGone);
    }
  }
}
