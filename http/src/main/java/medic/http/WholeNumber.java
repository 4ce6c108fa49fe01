package medic.http;

import java.beans.PropertyEditorSupport;

/**
 * Reads a number of an address. An editor and no converter: where a converter refuses, Spring asks
 * its own editor, which takes {@code 0x2} and {@code #2} for numbers, too.
 */
final class WholeNumber extends PropertyEditorSupport {

  @Override
  public void setAsText(String text) {
    setValue(WireTypes.number(text));
  }
}
