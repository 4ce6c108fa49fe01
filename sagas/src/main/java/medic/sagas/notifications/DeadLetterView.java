package medic.sagas.notifications;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something that could not be processed.
 *
 * @param source what it is: a notification
 * @param errorReason a code
 * @param details what it is about, in ids
 */
record DeadLetterView(
    UUID id,
    @JsonIgnore long number,
    String source,
    Instant createdAt,
    int attempts,
    @Nullable String errorReason,
    JsonNode details) {}
