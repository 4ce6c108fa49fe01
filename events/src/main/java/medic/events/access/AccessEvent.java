package medic.events.access;

/** Something was read, or was refused. Who it was is in the event's metadata. */
public sealed interface AccessEvent
    permits AccessRefused,
        AccessRefusedAgain,
        LogExported,
        LogRead,
        LoginRefused,
        PatientDataRead {}
