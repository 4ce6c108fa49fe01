package medic.query.web;

import java.time.Duration;
import medic.http.ApiException;

/**
 * How many streams may be open at once. Whoever admits one asks under a lock, or many at once would
 * all find room for themselves.
 *
 * @param most of all callers
 * @param mostOfOne of one caller
 */
public record StreamLimit(int most, int mostOfOne) {

  private static final Duration FULL = Duration.ofSeconds(30);
  private static final String CODE = "TOO_MANY_STREAMS";

  /**
   * @param open how many there are
   * @param ofCaller how many of these are the caller's who wants another
   * @param full what to tell them where there is no room for anybody
   * @throws ApiException 429 where they have enough themselves, 503 where all have together
   */
  public void verify(int open, long ofCaller, String full) {
    if (ofCaller >= mostOfOne) {
      throw ApiException.tooMany(CODE, "Close a stream before you open another.", FULL);
    }
    if (open >= most) {
      throw ApiException.unavailable(CODE, full, FULL);
    }
  }
}
