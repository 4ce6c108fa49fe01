package medic.architecture.violations.booking.http;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Breaks: every door says who may pass. */
@RestController
public class OpenDoor {
  @GetMapping("/walls/open")
  public String open() {
    return "open";
  }
}
