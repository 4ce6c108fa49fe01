package medic.app;

import medic.booking.CommandSideConfiguration;
import medic.http.HttpConfiguration;
import medic.query.QuerySideConfiguration;
import medic.sagas.SagasConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The whole system in one process. */
@SpringBootApplication
@Import({
  HttpConfiguration.class,
  CommandSideConfiguration.class,
  QuerySideConfiguration.class,
  SagasConfiguration.class
})
public class MedicApplication {}
