package medic.sagas.messages.channels;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import medic.sagas.messages.channels.email.SmtpChannel;
import medic.sagas.messages.channels.email.SmtpSettings;
import medic.sagas.messages.channels.push.PushChannel;
import medic.sagas.messages.channels.push.PushSettings;
import medic.sagas.messages.channels.push.PushSubscriptions;
import medic.sagas.messages.channels.sms.ProviderOptOuts;
import medic.sagas.messages.channels.sms.SmsChannel;
import medic.sagas.messages.channels.sms.SmsSettings;
import medic.sagas.messages.outbox.NotificationSettings;
import medic.sagas.messages.sending.MessageChannel;
import medic.sagas.messages.sending.MessageChannels;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways out that the operator has configured; the others end in the outbox. */
@Configuration(proxyBeanMethods = false)
class ChannelConfiguration {

  @Bean
  MessageChannels messageChannels(
      NotificationSettings settings,
      Optional<SmtpSettings> smtp,
      Optional<SmsSettings> sms,
      ProviderOptOuts optOuts,
      PushSettings push,
      PushSubscriptions subscriptions,
      Clock clock) {
    List<MessageChannel> channels = new ArrayList<>();
    smtp.ifPresent(mail -> channels.add(new SmtpChannel(mail, settings.from(), clock)));
    sms.ifPresent(
        texts ->
            channels.add(
                new SmsChannel(
                    texts,
                    ProviderHttp.MAX_TIME,
                    letter -> optOuts.enter(letter.to(), letter.patient()))));
    channels.add(
        new PushChannel(push, subscriptions, ProviderHttp.MAX_TIME, clock, new SecureRandom()));
    return new MessageChannels(channels);
  }
}
