package medic.app;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/** Every environment variable the application knows: the one home of their names. */
public enum Settings {
  MEDIC_DATA("data", "Directory of the embedded database and of generated keys."),
  SERVER_PORT("8080", "Port to listen on."),
  SERVER_ADDRESS("127.0.0.1", "Address to listen on; loopback only unless set."),
  MEDIC_HEALTH_PORT("", "A second port that tells of health alone, on threads of its own."),
  MEDIC_TRUSTED_PROXIES(
      "", "Proxies (addresses or CIDR, separated by commas) whose X-Forwarded-For counts."),
  MEDIC_CALLER_REQUESTS("60000", "Requests a minute that a node takes from one caller; 0 for any."),
  MEDIC_ADDRESS_REQUESTS(
      "6000", "Requests a minute without a valid token from one address; 0 for any."),
  MEDIC_DB_URL("", "JDBC URL of an outside PostgreSQL, taken instead of the embedded one."),
  MEDIC_DB_USER("", "User of the outside PostgreSQL: medic_app, or a member of it."),
  MEDIC_DB_PASSWORD("", "Password of the outside PostgreSQL."),
  MEDIC_DB_OWNER_USER("", "Owner of its tables, for ./medic migrate; a server need not know it."),
  MEDIC_DB_OWNER_PASSWORD("", "Password of the owner."),
  MEDIC_DB_LOG_USER("", "medic_log, or a member of it, on servers that append to the log."),
  MEDIC_DB_LOG_PASSWORD("", "Password of the log's user."),
  MEDIC_DB_POOL("20", "Connections a process holds to the database at most."),
  MEDIC_MASTER_KEY("", "Tink keyset (JSON) that wraps patients' keys; else a file in MEDIC_DATA."),
  MEDIC_OLD_MASTER_KEY("", "Key that ./medic rotate-master-key replaces; no server needs it."),
  MEDIC_LOG_KEY("", "Key that signs the log (./medic new-log-key); else a file in MEDIC_DATA."),
  MEDIC_LOG_CHECKPOINTS("", "Directory for signed checkpoints; else one in MEDIC_DATA."),
  MEDIC_OPEN_APPOINTMENTS("30", "Appointments to come that a patient may book for themselves."),
  MEDIC_OPEN_APPOINTMENTS_PER_DOCTOR("10", "The same with one doctor; held slots count."),
  MEDIC_REQUESTS_DECLINED_AFTER(
      "PT72H", "How long a request waits for the doctor's word before it is declined."),
  MEDIC_RETENTION("P0D", "How long after the last visit nobody is erased, as in P10Y."),
  MEDIC_PROFILE_OPEN_AFTER_VISIT(
      "P1Y", "How long after a visit its doctor may read the patient's profile."),
  MEDIC_EMERGENCY_ACCESS("PT1H", "How long a profile stays open to a doctor who broke the glass."),
  MEDIC_JWT_SECRET("", "Secret of at least 32 bytes that signs tokens; else a file in MEDIC_DATA."),
  MEDIC_ADMIN_PASSWORD("", "Password of the login admin, set when this value is new."),
  MEDIC_OIDC_ISSUER("", "OIDC issuer whose tokens are taken instead of our own."),
  MEDIC_OIDC_AUDIENCE("medic", "Audience that the issuer's tokens must name."),
  MEDIC_OIDC_ROLE_CLAIM("role", "Claim that names the role; dots lead into nested claims."),
  MEDIC_OIDC_PERSON_CLAIM("person", "Claim with the UUID of the doctor or patient."),
  MEDIC_CORS_ORIGINS("", "Origins whose pages may call, separated by commas; none unless set."),
  MEDIC_PUBLIC_URL(
      "", "Where patients and providers reach this server; else http://127.0.0.1 and the port."),
  MEDIC_CALENDAR_KEY(
      "", "Tink keyset (JSON) that seals calendars' tokens; else a file in MEDIC_DATA."),
  MEDIC_GOOGLE_CLIENT_ID("", "OAuth client at Google; without one, no Google Calendar."),
  MEDIC_GOOGLE_CLIENT_SECRET("", "Secret of that client."),
  MEDIC_GOOGLE_URL("", "Address in place of Google's, such as that of ./medic fake-google."),
  MEDIC_FEEDS_INSIDE("false", "Lets calendar feeds come by http and from private networks."),
  MEDIC_MAIL_FROM("medic@localhost", "Mail address that messages come from."),
  MEDIC_PRACTICE_COUNTRY(
      "DE", "Country (ISO 3166) whose rules phone numbers without its code are read by."),
  MEDIC_PRACTICE_EMAIL(
      "",
      "Mail address of the staff: visits whose time is taken, patients to call, time off asked for."),
  MEDIC_SMTP_HOST("", "Mail server; without one, mail stays in the outbox, readable over the API."),
  MEDIC_SMTP_PORT("587", "Port of the mail server."),
  MEDIC_SMTP_USER("", "User at the mail server."),
  MEDIC_SMTP_PASSWORD("", "Password at the mail server."),
  MEDIC_SMTP_SECURITY("starttls", "How mail is kept private on its way: starttls, tls or none."),
  MEDIC_SMS_URL("https://api.twilio.com", "Provider of text messages, with Twilio's interface."),
  MEDIC_SMS_ACCOUNT("", "Account at it; without one, text messages stay in the outbox."),
  MEDIC_SMS_TOKEN("", "Token of the account; callbacks are signed with it."),
  MEDIC_SMS_FROM("", "Number that text messages come from."),
  MEDIC_TEMPLATES("", "Directory with message templates that come before the built-in ones."),
  MEDIC_LANGUAGE("en", "Language of messages where a recipient's own is not known."),
  MEDIC_NOTIFY_SECRET(
      "", "Secret of at least 32 bytes for opt-out links; else a file in MEDIC_DATA."),
  MEDIC_VAPID_KEY("", "JSON Web Key (P-256) that signs pushes; else a file in MEDIC_DATA."),
  MEDIC_CHECK_AT(
      "", "Time of day, UTC, at which read models are compared with the log, as in 02:30."),
  AXON_SERVER_ADDRESS("", "Axon Server for events, commands and queries; else PostgreSQL."),
  MEDIC_HEAP("1g", "Heap of the process; read by ./medic.");

  private final String defaultValue;
  private final String doc;

  Settings(String defaultValue, String doc) {
    this.defaultValue = defaultValue;
    this.doc = doc;
  }

  /** What it is when not set; empty for none. */
  public String defaultValue() {
    return defaultValue;
  }

  public String doc() {
    return doc;
  }

  /** The value set, or else the default. */
  public String in(Environment environment) {
    return find(environment).orElse(defaultValue);
  }

  /** The value set; blank counts as not set. */
  public Optional<String> find(Environment environment) {
    return Optional.ofNullable(environment.getProperty(name())).filter(value -> !value.isBlank());
  }

  /**
   * @throws StartRefused for the first that does not look like what it must
   */
  public static void check(Environment environment) {
    SettingForm.check(environment);
  }

  /** Which of the two an operator has to look at: the variable if set, or else the file. */
  public String orFile(Environment environment, Path file) {
    return find(environment).isPresent() ? name() : file.toString();
  }

  /** All of them as lines for a terminal. */
  public static String[] help() {
    return Stream.concat(
            Stream.of("", "Environment variables:"),
            Stream.of(values()).map(s -> "  %-24s %s".formatted(s.name(), s.doc)))
        .toArray(String[]::new);
  }

  /** All of them as Markdown, for docs/configuration.md. */
  public static String markdown() {
    StringBuilder table =
        new StringBuilder("| Variable | Default | What it does |\n|---|---|---|\n");
    for (Settings setting : values()) {
      String shown = setting.defaultValue.isEmpty() ? "" : "`" + setting.defaultValue + "`";
      table.append("| `%s` | %s | %s |\n".formatted(setting.name(), shown, setting.doc));
    }
    return table.toString();
  }

  /** The directory for generated keys, apart from the database's own. */
  public static Path keyDirectory(Environment environment) {
    return Path.of(MEDIC_DATA.in(environment)).resolve("keys");
  }

  /** Whether more than trying things out on this machine is meant: then no demo login may work. */
  public static boolean isReal(Environment environment) {
    return MEDIC_DB_URL.find(environment).isPresent()
        || MEDIC_OIDC_ISSUER.find(environment).isPresent()
        || sendsTexts(environment)
        || MEDIC_SMTP_HOST.find(environment).filter(host -> !isLoopback(host)).isPresent()
        || listenedOn(environment).anyMatch(address -> !isLoopback(address))
        || addresses(environment).anyMatch(Settings::namesAnotherHost);
  }

  /** Whoever said so: a property of the JVM comes before the variable. */
  private static Stream<String> listenedOn(Environment environment) {
    return Stream.of("server.address", "management.server.address", SERVER_ADDRESS.name())
        .map(name -> environment.getProperty(name, ""))
        .filter(address -> !address.isBlank());
  }

  private static boolean sendsTexts(Environment environment) {
    return MEDIC_SMS_ACCOUNT.find(environment).isPresent()
        && namesAnotherHost(MEDIC_SMS_URL.in(environment));
  }

  /** Under which others reach this server, past a proxy before it. */
  private static Stream<String> addresses(Environment environment) {
    return Stream.concat(
        MEDIC_PUBLIC_URL.find(environment).stream(),
        Stream.of(MEDIC_CORS_ORIGINS.in(environment).split(",")).map(String::strip));
  }

  private static boolean namesAnotherHost(String url) {
    try {
      String host = URI.create(url).getHost();
      return !url.isEmpty() && (host == null || !isLoopback(host));
    } catch (IllegalArgumentException malformed) {
      return true;
    }
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }
}
