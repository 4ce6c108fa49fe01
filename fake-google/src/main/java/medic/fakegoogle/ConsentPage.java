package medic.fakegoogle;

import java.util.Map;

/** The page on which a person says yes or no. */
final class ConsentPage {

  static final String SUGGESTED = "doctor@example.org";

  String of(Map<String, String> asked) {
    StringBuilder hidden = new StringBuilder();
    asked.forEach(
        (name, value) ->
            hidden.append(
                "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                    .formatted(safe(name), safe(value))));
    return """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>Sign in (fake Google)</title>
        <body style="font-family: sans-serif; max-width: 30em; margin: 4em auto">
        <h1>Fake Google</h1>
        <p><b>%s</b> wants to use your calendar:</p><p><code>%s</code></p>
        <form method="post" action="/o/oauth2/v2/auth/decision">%s
        <p><label>Account <input name="account" value="%s"></label></p>
        <button name="decision" value="allow">Allow</button>
        <button name="decision" value="deny">Deny</button>
        </form></body></html>
        """
        .formatted(
            safe(asked.getOrDefault("client_id", "")),
            safe(asked.getOrDefault("scope", "")),
            hidden,
            SUGGESTED);
  }

  private static String safe(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
