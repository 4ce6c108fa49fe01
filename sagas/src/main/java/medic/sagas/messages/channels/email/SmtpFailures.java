package medic.sagas.messages.channels.email;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayList;
import java.util.List;
import medic.sagas.messages.outbox.DeliveryFailure;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/**
 * What a mail server's answer means: 5xx about the recipient or the message stays so, all else may
 * pass. Only its number is kept: its words may quote the address.
 */
final class SmtpFailures {

  private static final int PERMANENT = 500;

  private SmtpFailures() {}

  static DeliveryFailure of(MailException failure) {
    if (failure instanceof MailAuthenticationException) {
      return DeliveryFailure.passing("SMTP_AUTHENTICATION");
    }
    for (Throwable cause : causesOf(failure)) {
      if (cause instanceof AddressException) {
        return DeliveryFailure.lasting("BAD_ADDRESS");
      }
      int code = codeOf(cause);
      if (code > 0) {
        return code >= PERMANENT
            ? DeliveryFailure.lasting("SMTP_" + code)
            : DeliveryFailure.passing("SMTP_" + code);
      }
    }
    return DeliveryFailure.passing("SMTP_UNREACHABLE");
  }

  private static int codeOf(Throwable cause) {
    if (cause instanceof SMTPAddressFailedException address) {
      return address.getReturnCode();
    } else if (cause instanceof SMTPSenderFailedException sender) {
      return sender.getReturnCode();
    }
    return cause instanceof SMTPSendFailedException message ? message.getReturnCode() : 0;
  }

  /** Mail exceptions nest in several ways; addresses' own come before the message's. */
  private static List<Throwable> causesOf(MailException failure) {
    List<Throwable> causes = new ArrayList<>();
    collect(failure, causes);
    causes.sort((a, b) -> Boolean.compare(isOfAddress(b), isOfAddress(a)));
    return causes;
  }

  private static boolean isOfAddress(Throwable cause) {
    return cause instanceof SMTPAddressFailedException;
  }

  private static void collect(@Nullable Throwable failure, List<Throwable> causes) {
    if (failure == null || causes.contains(failure)) {
      return;
    }
    causes.add(failure);
    collect(failure.getCause(), causes);
    if (failure instanceof MessagingException nested) {
      collect(nested.getNextException(), causes);
    }
    if (failure instanceof MailSendException several) {
      several.getFailedMessages().values().forEach(each -> collect(each, causes));
    }
    if (failure instanceof SendFailedException refused) {
      collect(refused.getNextException(), causes);
    }
  }
}
