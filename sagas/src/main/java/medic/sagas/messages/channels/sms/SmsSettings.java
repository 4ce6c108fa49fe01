package medic.sagas.messages.channels.sms;

import java.net.URI;

/**
 * A provider with Twilio's HTTP interface; the token is never shown.
 *
 * @param url where it is, without a slash at the end
 * @param from the number that messages come from
 * @param publicUrl where it reaches this server, without a slash at the end
 */
public record SmsSettings(URI url, String account, String token, String from, URI publicUrl) {

  @Override
  public String toString() {
    return "SmsSettings[" + url + "]";
  }
}
