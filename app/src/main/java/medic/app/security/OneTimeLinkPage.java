package medic.app.security;

import java.net.URI;

/** Where a one-time link leads. What follows the # never reaches a server, nor its log. */
record OneTimeLinkPage(URI publicUrl) {

  URI with(String link) {
    return URI.create(publicUrl + "/set-password.html#" + link);
  }
}
