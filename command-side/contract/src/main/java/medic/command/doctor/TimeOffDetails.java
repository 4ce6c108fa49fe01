package medic.command.doctor;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import medic.contact.Paragraphs;
import medic.events.id.TimeOffId;
import org.jspecify.annotations.Nullable;

/**
 * Time off [startsAt, endsAt). The older names {@code startAt} and {@code endAt} are taken, too.
 */
@JsonIgnoreProperties({"status", "version"})
public record TimeOffDetails(
    @Nullable TimeOffId timeOffId,
    @NotNull @JsonAlias("startAt") Instant startsAt,
    @NotNull @JsonAlias("endAt") Instant endsAt,
    @Nullable @Size(max = 500) @Paragraphs String reason) {}
