package medic.sagas.messages.sending;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import medic.command.notification.RecordNotification;
import medic.events.id.AppointmentId;
import medic.events.id.NotificationId;
import medic.events.notification.NotificationState;

/** What is on record, of each message and of absences, outside of our process. */
public final class TestRecord {

  private final Map<NotificationId, List<NotificationState>> states = new HashMap<>();

  /** Visits whose time is taken no more, whether or not the process has handled that yet. */
  public final Set<AppointmentId> calledOff = new HashSet<>();

  public NotificationState take(RecordNotification command) {
    List<NotificationState> before =
        states.computeIfAbsent(command.notificationId(), any -> new ArrayList<>());
    if (command.state().mayFollow(last(before))) {
      before.add(command.state());
    }
    return last(before);
  }

  public NotificationState of(NotificationId id) {
    return last(states.getOrDefault(id, List.of()));
  }

  private static NotificationState last(List<NotificationState> states) {
    return states.isEmpty() ? NotificationState.QUEUED : states.get(states.size() - 1);
  }
}
