package medic.query.patients;

import java.io.IOException;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Cuts names into words (UAX 29) and folds them: case, accents and widths are no matter, so that
 * Müller, MULLER and müller are one, Łukasz is found as lukasz and Strauß as strauss.
 */
final class NameAnalyzer extends Analyzer {

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new StandardTokenizer();
    return new TokenStreamComponents(words, normalize(field, words));
  }

  @Override
  protected TokenStream normalize(String field, TokenStream text) {
    return new ASCIIFoldingFilter(new LowerCaseFilter(new WithoutMarks(text)));
  }

  /** Without accents, whether they are written with their letter (NFC) or behind it (NFD). */
  private static final class WithoutMarks extends TokenFilter {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);

    WithoutMarks(TokenStream words) {
      super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      String apart = Normalizer.normalize(word.toString(), Normalizer.Form.NFKD);
      word.setEmpty().append(MARKS.matcher(apart).replaceAll(""));
      return true;
    }
  }
}
