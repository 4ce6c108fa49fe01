package medic.booking.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import medic.command.doctor.TemplateDetails;

/** All weekly hours at a place of work, or of a doctor. */
@JsonIgnoreProperties("version")
record WeekBody(@NotNull @Size(max = 200) List<@Valid @NotNull TemplateDetails> templates) {}
