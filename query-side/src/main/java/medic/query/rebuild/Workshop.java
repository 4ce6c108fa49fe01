package medic.query.rebuild;

import javax.sql.DataSource;
import medic.deadletters.DeadLetterGroups;
import medic.query.processing.NotifiedEventSource;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What it takes to make a read model.
 *
 * @param rowsInMemory how many rows are kept in memory at most while the past is folded: fifty
 *     thousand of the widest are about a hundred megabytes
 */
@Component
record Workshop(
    DataSource source,
    JdbcTemplate jdbc,
    TransactionTemplate transactions,
    RebuildTable rebuilds,
    Log log,
    Positions positions,
    DeadLetterGroups deadLetters,
    TokenStore tokens,
    ObjectProvider<Configuration> axon,
    ObjectProvider<NotifiedEventSource> events,
    @Value("${medic.rebuild.rows-in-memory:50000}") int rowsInMemory) {}
