package medic.command.consent;

import medic.events.consent.ConsentSource;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A patient wants no more messages by a channel. Said twice, it is one. */
public record WithdrawConsent(
    @TargetAggregateIdentifier PatientId patientId,
    NotificationChannel channel,
    ConsentSource source) {}
