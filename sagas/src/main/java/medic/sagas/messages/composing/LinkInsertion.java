package medic.sagas.messages.composing;

import java.net.URI;
import java.util.Optional;
import medic.events.id.InvitationId;
import medic.sagas.messages.outbox.OneTimeLinks;
import medic.sagas.messages.outbox.OutboxMessage;
import org.springframework.stereotype.Component;

/** Puts the one-time link into a letter that is about to leave. */
@Component
public class LinkInsertion {

  /** Stands in letters where the link comes; a letter that is only kept goes on saying this. */
  static final String PLACE = "[...]";

  private final Optional<OneTimeLinks> links;

  public LinkInsertion(Optional<OneTimeLinks> links) {
    this.links = links;
  }

  /** The letter as it leaves; empty when there is no use for it any more. */
  public Optional<RenderedMessage> complete(OutboxMessage message, RenderedMessage letter) {
    if (!message.template().carriesLink()) {
      return Optional.of(letter);
    }
    InvitationId invitation = InvitationId.of(message.payload().path("invitationId").stringValue());
    return links.flatMap(made -> made.issue(invitation)).map(link -> with(letter, link));
  }

  private static RenderedMessage with(RenderedMessage letter, URI link) {
    return new RenderedMessage(
        letter.id(),
        letter.key(),
        letter.patient(),
        letter.to(),
        letter.language(),
        letter.subject(),
        letter.shortText().replace(PLACE, link.toString()),
        letter.text().replace(PLACE, link.toString()),
        letter.calendar(),
        letter.optOut());
  }
}
