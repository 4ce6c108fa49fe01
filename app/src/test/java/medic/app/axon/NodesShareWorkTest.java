package medic.app.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import medic.app.journey.TestServer;
import medic.app.messages.Await;
import medic.query.QuerySideConfiguration;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes of one host and one process number: what one works at, the other leaves alone. */
@Tag("server")
class NodesShareWorkTest {

  private static TestServer first;
  private static TestServer second;

  @BeforeAll
  static void start() {
    first = TestServer.start();
    Await.until(NodesShareWorkTest::idle, List::isEmpty);
    second = first.join();
  }

  @AfterAll
  static void stop() {
    second.close();
    first.close();
  }

  /** Read models that the first node has not claimed yet. */
  private static List<String> idle() {
    EventProcessingConfiguration processing = first.bean(EventProcessingConfiguration.class);
    return QuerySideConfiguration.GROUPS.stream()
        .filter(
            group ->
                processing
                    .eventProcessor(group, StreamingEventProcessor.class)
                    .orElseThrow()
                    .processingStatus()
                    .isEmpty())
        .toList();
  }

  @Test
  void noNodeTakesWhatAnotherWorksAt() {
    TransactionTemplate transaction = second.bean(TransactionTemplate.class);
    TokenStore tokens = second.bean(TokenStore.class);
    for (String group : QuerySideConfiguration.GROUPS) {
      assertThatExceptionOfType(UnableToClaimTokenException.class)
          .as(group)
          .isThrownBy(
              () -> transaction.executeWithoutResult(status -> tokens.fetchToken(group, 0)));
    }
  }

  @Test
  void everyGroupRenewsItsClaimsWellBeforeTheyLapse() {
    first.bean(EventProcessingConfiguration.class).eventProcessors().values().stream()
        .filter(PooledStreamingEventProcessor.class::isInstance)
        .forEach(
            processor ->
                assertThat(processor)
                    .as(processor.getName())
                    .extracting("claimExtensionThreshold", InstanceOfAssertFactories.LONG)
                    .isLessThanOrEqualTo(1000));
  }
}
