package medic.sagas.reminders;

/** What a reminder's deadline carries: which visit's event it was set for, and its kind. */
public record ReminderDue(int revision, String kind) {}
