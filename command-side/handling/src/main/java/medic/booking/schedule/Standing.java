package medic.booking.schedule;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.List;
import java.util.Objects;
import medic.booking.deciding.AsItWasRead;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.command.doctor.DoctorDetails;
import medic.command.doctor.LeavePractice;
import medic.command.doctor.RegisterDoctor;
import medic.command.doctor.ReturnToPractice;
import medic.command.doctor.ReviseDoctor;
import medic.events.doctor.DoctorLeft;
import medic.events.doctor.DoctorProfileRevised;
import medic.events.doctor.DoctorRegistered;
import medic.events.doctor.DoctorReturned;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.doctor.ScheduleVersions;
import org.jspecify.annotations.Nullable;

/** Who a doctor is, and whether they practise here. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
final class Standing {

  private @Nullable DoctorRegistered registered;
  private @Nullable DoctorProfileRevised profile;
  private boolean left;

  List<DoctorRegistered> decide(RegisterDoctor c) {
    return IdempotentCreation.of(
        new DoctorRegistered(c.doctorId(), c.fullName(), c.specialty(), c.email(), c.timezone()),
        registered,
        "doctorId");
  }

  List<DoctorProfileRevised> decide(ReviseDoctor command) {
    DoctorDetails d = command.details();
    DoctorProfileRevised wanted =
        new DoctorProfileRevised(
            command.doctorId(), d.fullName(), d.specialty(), d.email(), d.phone(), d.timezone());
    if (wanted.equals(profile)) {
      return List.of();
    }
    AsItWasRead.verify(command.expected(), version());
    return List.of(wanted);
  }

  List<DoctorLeft> decide(LeavePractice command) {
    if (left) {
      return List.of();
    }
    AsItWasRead.verify(command.expected(), version());
    return List.of(new DoctorLeft(command.doctorId(), command.reason()));
  }

  List<DoctorReturned> decide(ReturnToPractice command) {
    if (!left) {
      return List.of();
    }
    AsItWasRead.verify(command.expected(), version());
    return List.of(new DoctorReturned(command.doctorId()));
  }

  boolean hasLeft() {
    return left;
  }

  void mustPractise() {
    if (left) {
      throw new Refusal(RefusalCode.DOCTOR_LEFT, "This doctor has left the practice.", "doctorId");
    }
  }

  /** One to try changes on. */
  Standing copy() {
    Standing copy = new Standing();
    copy.registered = registered;
    copy.profile = profile;
    copy.left = left;
    return copy;
  }

  void evolve(DoctorScheduleEvent event) {
    if (event instanceof DoctorRegistered first) {
      registered = first;
      profile =
          new DoctorProfileRevised(
              first.doctorId(),
              first.fullName(),
              first.specialty(),
              first.email(),
              null,
              first.timezone());
    } else if (event instanceof DoctorProfileRevised revised) {
      profile = revised;
    } else if (event instanceof DoctorLeft) {
      left = true;
    } else if (event instanceof DoctorReturned) {
      left = false;
    }
  }

  private String version() {
    DoctorProfileRevised now = Objects.requireNonNull(profile);
    return ScheduleVersions.ofDoctor(
        now.fullName(), now.specialty(), now.email(), now.phone(), now.timezone(), left);
  }
}
