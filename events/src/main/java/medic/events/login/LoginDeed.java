package medic.events.login;

/** What can happen to a login. */
public enum LoginDeed {
  INVITED,
  LINK_SHOWN,
  CREATED,
  RESET_REQUESTED,
  PASSWORD_CHANGED,
  DISABLED,
  ENABLED,
  SIGNED_IN,
  SIGNED_OUT
}
