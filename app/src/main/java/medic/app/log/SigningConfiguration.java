package medic.app.log;

import java.util.random.RandomGenerator;
import medic.log.note.Signer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** Signs whatever has to be shown to others: checkpoints, exports, receipts. */
@Configuration(proxyBeanMethods = false)
class SigningConfiguration {

  /** Made when first asked for: a process that signs nothing needs no key. */
  @Bean
  @Lazy
  Signer logSigner(Environment environment, RandomGenerator random) {
    return LogKey.of(environment, random);
  }
}
