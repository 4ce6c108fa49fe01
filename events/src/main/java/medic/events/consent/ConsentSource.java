package medic.events.consent;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a patient said yes or no to a channel. */
public enum ConsentSource {
  @JsonProperty("account")
  ACCOUNT,
  @JsonProperty("link")
  LINK,
  @JsonProperty("keyword")
  KEYWORD,
  @JsonProperty("subscription")
  SUBSCRIPTION,
  @JsonProperty("provider")
  PROVIDER
}
