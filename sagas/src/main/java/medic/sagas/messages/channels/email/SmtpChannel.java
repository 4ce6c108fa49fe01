package medic.sagas.messages.channels.email;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import medic.contact.MailAddress;
import medic.events.notification.NotificationChannel;
import medic.sagas.messages.composing.RenderedMessage;
import medic.sagas.messages.outbox.DeliveryFailure;
import medic.sagas.messages.sending.MessageChannel;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Mail by SMTP. A letter keeps its Message-ID however often it is sent, so that mail clients show
 * one; its calendar part is an alternative to the text, as RFC 6047 wants it.
 */
public final class SmtpChannel implements MessageChannel {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final String TIMEOUT_MILLIS = "10000";

  private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
  private final String from;
  private final Clock clock;

  public SmtpChannel(SmtpSettings settings, String from, Clock clock) {
    this.from = from;
    this.clock = clock;
    sender.setHost(settings.host());
    sender.setPort(settings.port());
    settings.user().ifPresent(sender::setUsername);
    settings.password().ifPresent(sender::setPassword);
    sender.setJavaMailProperties(properties(settings));
  }

  private static Properties properties(SmtpSettings settings) {
    Properties properties = new Properties();
    boolean startTls = settings.security() == SmtpSettings.Security.STARTTLS;
    boolean tls = settings.security() == SmtpSettings.Security.TLS;
    properties.setProperty("mail.smtp.auth", Boolean.toString(settings.user().isPresent()));
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
    properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
    properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
    properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
    return properties;
  }

  @Override
  public NotificationChannel channel() {
    return NotificationChannel.EMAIL;
  }

  @Override
  public String send(RenderedMessage letter) {
    try {
      MimeMessage message = messageOf(letter);
      sender.send(message);
      return message.getMessageID();
    } catch (MailException failure) {
      throw SmtpFailures.of(failure);
    } catch (AddressException malformed) {
      throw DeliveryFailure.lasting("BAD_ADDRESS");
    } catch (MessagingException malformed) {
      throw DeliveryFailure.lasting("BAD_MESSAGE");
    }
  }

  private MimeMessage messageOf(RenderedMessage letter) throws MessagingException {
    MimeMessage message = sender.createMimeMessage();
    message.setHeader("Message-ID", "<" + letter.key() + "@" + domain() + ">");
    message.setFrom(new InternetAddress(from, true));
    message.setRecipient(Message.RecipientType.TO, recipientOf(letter));
    message.setSubject(letter.subject(), UTF_8);
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("Content-Language", letter.language().toLanguageTag());
    if (letter.optOut() != null) {
      message.setHeader("List-Unsubscribe", "<" + letter.optOut() + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    MimeMultipart content = new MimeMultipart("alternative");
    content.addBodyPart(text(letter));
    if (letter.calendar() != null) {
      content.addBodyPart(calendar(letter.calendar()));
    }
    message.setContent(content);
    return message;
  }

  /** In ASCII only: of other characters the mail library sends the low byte, to somebody else. */
  private static InternetAddress recipientOf(RenderedMessage letter) throws AddressException {
    return new InternetAddress(
        MailAddress.of(letter.to())
            .orElseThrow(() -> new AddressException("cannot be written in ASCII"))
            .toString(),
        true);
  }

  private static BodyPart text(RenderedMessage letter) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(letter.text(), UTF_8);
    return part;
  }

  private static BodyPart calendar(RenderedMessage.CalendarPart calendar)
      throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setContent(
        calendar.content(), "text/calendar; charset=UTF-8; method=" + calendar.method());
    return part;
  }

  private String domain() {
    return from.replaceAll(".*@", "").replaceAll("[^A-Za-z0-9.-]", "");
  }
}
