package medic.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;

/**
 * What went wrong, in the format of RFC 9457.
 *
 * @param type a URI that is the same for every problem of this code
 * @param title the code in words
 * @param status the HTTP status
 * @param detail what a person can do about it
 * @param code stable, for programs
 * @param errors the bad fields; left out when there is none
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {

  static Problem of(int status, String code, String detail, List<FieldError> errors) {
    String words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
    String title = Character.toUpperCase(words.charAt(0)) + words.substring(1);
    String type = "urn:medic:problem:" + words.replace(' ', '-');
    return new Problem(type, title, status, detail, code, errors);
  }
}
