package medic.sagas.messages.channels.push;

import medic.personal.PersonalLabel;

/** Where a browser takes pushes, and the keys that only it can open them with, in base64url. */
@PersonalLabel("push.subscription")
record PushSubscription(String endpoint, String p256dh, String auth) {

  @Override
  public String toString() {
    return "PushSubscription";
  }
}
