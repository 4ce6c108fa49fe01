package medic.sagas.contacts;

import medic.personal.Personal;
import medic.personal.Value;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** Personal data between events and the sagas' tables: sealed in the table, opened on use. */
@Component
public final class SealedJson {

  private final JsonMapper json;

  public SealedJson(@Qualifier("storedJson") JsonMapper json) {
    this.json = json;
  }

  /** The mapper that writes personal data sealed. */
  public JsonMapper json() {
    return json;
  }

  public String seal(Personal<?> personal) {
    return json.valueToTree(personal).stringValue();
  }

  public <T> Value<T> open(String sealed, Class<T> type) {
    JavaType personal = json.getTypeFactory().constructParametricType(Personal.class, type);
    Personal<T> found = json.convertValue(sealed, personal);
    return found.open();
  }
}
