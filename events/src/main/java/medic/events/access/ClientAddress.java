package medic.events.access;

import medic.personal.PersonalLabel;

/** The network address that a request came from, as the server sees it. */
@PersonalLabel("client-address")
public record ClientAddress(String address) {
  @Override
  public String toString() {
    return "ClientAddress";
  }
}
