package medic.app.messages;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import medic.app.Settings;
import medic.app.StartRefused;
import medic.contact.MailAddress;
import medic.contact.PhoneNumbers;
import medic.personal.SecretFile;
import medic.sagas.messages.channels.email.SmtpSettings;
import medic.sagas.messages.channels.push.PushSettings;
import medic.sagas.messages.channels.push.VapidKey;
import medic.sagas.messages.channels.sms.SmsSettings;
import medic.sagas.messages.contacts.SagaSecret;
import medic.sagas.messages.outbox.NotificationSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What the operator says of messages, for the sagas. */
@Configuration(proxyBeanMethods = false)
class MessageSettings {

  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  @Bean
  NotificationSettings notificationSettings(Environment environment) {
    return new NotificationSettings(
        sender(environment),
        Settings.MEDIC_PRACTICE_EMAIL.find(environment).map(String::strip),
        publicUrl(environment),
        Locale.forLanguageTag(Settings.MEDIC_LANGUAGE.in(environment)),
        Settings.MEDIC_TEMPLATES.find(environment).map(Path::of));
  }

  @Bean
  @ConditionalOnProperty("MEDIC_SMTP_HOST")
  SmtpSettings smtpSettings(Environment environment) {
    try {
      return new SmtpSettings(
          Settings.MEDIC_SMTP_HOST.in(environment),
          Integer.parseInt(Settings.MEDIC_SMTP_PORT.in(environment)),
          Settings.MEDIC_SMTP_USER.find(environment),
          Settings.MEDIC_SMTP_PASSWORD.find(environment),
          SmtpSettings.Security.of(Settings.MEDIC_SMTP_SECURITY.in(environment)));
    } catch (IllegalArgumentException malformed) {
      throw new StartRefused(
          "MEDIC_SMTP_PORT must be a number, MEDIC_SMTP_SECURITY starttls, tls or none.");
    }
  }

  @Bean
  @ConditionalOnProperty("MEDIC_SMS_ACCOUNT")
  SmsSettings smsSettings(Environment environment) {
    return new SmsSettings(
        url(Settings.MEDIC_SMS_URL, environment),
        Settings.MEDIC_SMS_ACCOUNT.in(environment),
        required(Settings.MEDIC_SMS_TOKEN, environment),
        required(Settings.MEDIC_SMS_FROM, environment),
        publicUrl(environment));
  }

  @Bean
  PushSettings pushSettings(
      Environment environment,
      @Value("${medic.push.private-endpoints:false}") boolean privateEndpoints) {
    Path file = Settings.keyDirectory(environment).resolve("vapid.json");
    String key =
        Settings.MEDIC_VAPID_KEY
            .find(environment)
            .orElseGet(() -> text(SecretFile.readOrCreate(file, VapidKey::generate)));
    try {
      return new PushSettings(VapidKey.of(key), sender(environment), privateEndpoints);
    } catch (IllegalArgumentException malformed) {
      throw new StartRefused(
          Settings.MEDIC_VAPID_KEY.orFile(environment, file)
              + " is "
              + malformed.getMessage()
              + ".");
    }
  }

  @Bean
  SagaSecret sagaSecret(Environment environment) {
    Path file = Settings.keyDirectory(environment).resolve("notify.key");
    byte[] secret =
        Settings.MEDIC_NOTIFY_SECRET
            .find(environment)
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .orElseGet(() -> SecretFile.readOrCreate(file, MessageSettings::random));
    try {
      return new SagaSecret(secret);
    } catch (IllegalArgumentException tooShort) {
      throw new StartRefused(
          Settings.MEDIC_NOTIFY_SECRET.orFile(environment, file)
              + ": "
              + tooShort.getMessage()
              + ".");
    }
  }

  @Bean
  PhoneNumbers phoneNumbers(Environment environment) {
    return new PhoneNumbers(Settings.MEDIC_PRACTICE_COUNTRY.in(environment).strip());
  }

  private static String sender(Environment environment) {
    return MailAddress.of(Settings.MEDIC_MAIL_FROM.in(environment).strip())
        .orElseThrow(() -> new StartRefused("MEDIC_MAIL_FROM must be a mail address."))
        .toString();
  }

  private static byte[] random() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return Base64.getEncoder().encode(secret);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static URI publicUrl(Environment environment) {
    return Settings.MEDIC_PUBLIC_URL.find(environment).isPresent()
        ? url(Settings.MEDIC_PUBLIC_URL, environment)
        : URI.create("http://127.0.0.1:" + Settings.SERVER_PORT.in(environment));
  }

  private static URI url(Settings setting, Environment environment) {
    try {
      URI url = URI.create(setting.in(environment).replaceAll("/+$", ""));
      if (url.getScheme() != null && url.getHost() != null) {
        return url;
      }
    } catch (IllegalArgumentException malformed) {
      // told below, as any other that will not do
    }
    throw new StartRefused(setting + " must be an address such as https://booking.example.org.");
  }

  private static String required(Settings setting, Environment environment) {
    return setting
        .find(environment)
        .orElseThrow(() -> new StartRefused(setting + " is needed with MEDIC_SMS_ACCOUNT."));
  }
}
