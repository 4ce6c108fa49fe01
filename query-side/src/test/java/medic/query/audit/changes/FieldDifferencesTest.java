package medic.query.audit.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FieldDifferencesTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void namesFieldsThatCameChangedAndWent() {
    assertThat(differences("{'a':1,'b':{'c':2,'d':3}}", "{'b':{'c':4,'d':3},'e':5}"))
        .containsExactly(
            Map.entry("a", "1 -> null"), Map.entry("b.c", "2 -> 4"), Map.entry("e", "null -> 5"));
  }

  @Test
  void comparesMembersById() {
    assertThat(
            differences(
                "{'rooms':[{'roomId':'x','name':'1'},{'roomId':'y','name':'2'}]}",
                "{'rooms':[{'roomId':'y','name':'3'},{'roomId':'z','name':'4'}]}"))
        .containsExactly(
            Map.entry("rooms.x", "{'roomId':'x','name':'1'} -> null"),
            Map.entry("rooms.y.name", "'2' -> '3'"),
            Map.entry("rooms.z", "null -> {'roomId':'z','name':'4'}"));
    assertThat(differences("{'rooms':[]}", "{'rooms':[{'roomId':'x'}]}")).containsKey("rooms.x");
  }

  @Test
  void takesOtherListsWhole() {
    assertThat(differences("{'at':['x','y']}", "{'at':['x','z']}"))
        .containsExactly(Map.entry("at", "['x','y'] -> ['x','z']"));
    assertThat(differences("{'breaks':[{'start':'9'}]}", "{'breaks':[]}"))
        .containsExactly(Map.entry("breaks", "[{'start':'9'}] -> []"));
  }

  @Test
  void findsNothingWhereNothingDiffers() {
    assertThat(differences("{'a':null,'b':[1]}", "{'b':[1]}")).isEmpty();
  }

  private static Map<String, String> differences(String before, String after) {
    Map<String, String> told = new java.util.LinkedHashMap<>();
    FieldDifferences.between(parsed(before), parsed(after))
        .forEach((field, sides) -> told.put(field, text(sides)));
    return told;
  }

  private static JsonNode parsed(String json) {
    return JSON.readTree(json.replace('\'', '"'));
  }

  private static String text(FieldDifferences.Sides sides) {
    return (sides.before() + " -> " + sides.after()).replace('"', '\'');
  }
}
