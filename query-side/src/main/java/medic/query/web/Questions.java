package medic.query.web;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** Asks a question wherever it is answered, and tells a refusal as a problem. */
@Component
public final class Questions {

  private final QueryGateway gateway;

  Questions(QueryGateway gateway) {
    this.gateway = gateway;
  }

  public <R> R ask(Object query, Class<R> answer) {
    return await(gateway.query(query, ResponseTypes.instanceOf(answer)));
  }

  public <R> Optional<R> askForOne(Object query, Class<R> answer) {
    return await(gateway.query(query, ResponseTypes.optionalInstanceOf(answer)));
  }

  private static <R> R await(CompletableFuture<R> answer) {
    try {
      return answer.join();
    } catch (CompletionException failed) {
      throw problem(failed.getCause() == null ? failed : failed.getCause());
    }
  }

  private static RuntimeException problem(Throwable cause) {
    if (cause instanceof HandlerExecutionException refused) {
      Optional<QueryRefused.Problem> details = refused.getDetails();
      if (details.isPresent()) {
        return details.get().toException();
      }
    }
    return cause instanceof RuntimeException known ? known : new CompletionException(cause);
  }
}
