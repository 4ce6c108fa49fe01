package medic.http;

import medic.events.ActorType;

/** What a caller may be. */
public enum Role {
  ADMIN(ActorType.ADMIN),
  DOCTOR(ActorType.DOCTOR),
  PATIENT(ActorType.PATIENT),
  AUDITOR(ActorType.AUDITOR);

  private final ActorType actorType;

  Role(ActorType actorType) {
    this.actorType = actorType;
  }

  /** How the log names this role. */
  public ActorType actorType() {
    return actorType;
  }
}
