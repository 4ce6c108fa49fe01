package medic.events.login;

import medic.events.ActorType;

/**
 * Something happened to a login. Who did it is in the event's metadata; never is a patient's user
 * name.
 */
public sealed interface LoginEvent
    permits LoginCreated,
        LoginDisabled,
        LoginEnabled,
        LoginInvited,
        LoginLinkShown,
        PasswordChanged,
        PasswordResetRequested,
        SignInsRefused,
        SignedIn,
        SignedOut {

  /** What its owner is. */
  ActorType loginType();

  /** As the log names its owner: a doctor's or patient's UUID, or the name of the login. */
  String loginId();
}
