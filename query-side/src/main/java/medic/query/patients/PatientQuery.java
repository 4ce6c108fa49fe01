package medic.query.patients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import medic.contact.PhoneNumbers;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Reads what staff type to find somebody. A phone number, in any writing, finds by its last digits;
 * else each word has to be part of the name, as it is, as its beginning, or with a slip or two, or
 * be the beginning of the mail address. The closer a word, the better.
 */
final class PatientQuery {

  private static final Pattern PHONE =
      Pattern.compile("[+(]*[0-9][0-9 \\u00a0\\u202f()./\\u2010-\\u2015-]*");
  private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]");
  private static final Pattern LEADING_ZEROS = Pattern.compile("^0+");

  /** Fewer digits find too many. */
  private static final int MIN_DIGITS = 4;

  private static final float AS_IT_IS = 9;
  private static final float ITS_BEGINNING = 3;
  private static final float WITH_A_SLIP = 1;

  /** Letters from which on one slip, and two, are overlooked. */
  private static final int ONE_SLIP = 4;

  private static final int TWO_SLIPS = 8;

  /** People seldom get it wrong, and it leaves few words to compare. */
  private static final int FIRST_LETTER = 1;

  /** All variants of a word are one clause, whatever their number. */
  private static final MultiTermQuery.RewriteMethod ALL_AT_ONCE =
      MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE;

  private static final int ANY = FuzzyQuery.defaultMaxExpansions;
  private static final int MAX_WORDS = 10;

  /** Longer ones are nobody's name; some characters unfold to many. */
  private static final int MAX_LETTERS = 100;

  private static final int MAX_MAIL = 254;

  private final Analyzer names = new NameAnalyzer();
  private final PhoneNumbers phones;

  PatientQuery(PhoneNumbers phones) {
    this.phones = phones;
  }

  /** The query, which matches nobody where nothing is asked for. */
  Query of(String text) {
    return query(text.strip(), FIRST_LETTER);
  }

  /** One that overlooks a slip in the first letter, too, but then no other in the same word. */
  Query lenient(String text) {
    return query(text.strip(), 0);
  }

  /**
   * @param sure how many letters of a word are as they are typed
   */
  private Query query(String asked, int sure) {
    return PHONE.matcher(asked).matches() && national(asked).length() >= MIN_DIGITS
        ? phone(asked)
        : words(asked, sure);
  }

  private Query words(String asked, int sure) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    int count = 0;
    for (String written : asked.split("\\s+")) {
      if (written.indexOf('@') >= 0) {
        all.add(mail(written), Occur.MUST);
        count++;
        continue;
      }
      List<String> words = wordsOf(written);
      count += words.size();
      if (!words.isEmpty() && count <= MAX_WORDS) {
        all.add(new DisjunctionMaxQuery(List.of(names(words, sure), mail(written)), 0), Occur.MUST);
      }
    }
    return count == 0 ? new MatchNoDocsQuery("nothing is asked for") : all.build();
  }

  private static Query names(List<String> words, int sure) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    words.forEach(word -> all.add(name(word, sure), Occur.MUST));
    return all.build();
  }

  private static Query name(String word, int sure) {
    Term term = new Term(PatientWordsIndex.NAME, word);
    List<Query> ways = new ArrayList<>();
    ways.add(weighing(new TermQuery(term), AS_IT_IS));
    ways.add(weighing(new PrefixQuery(term), ITS_BEGINNING));
    int slips = sure == 0 ? Math.min(slips(word), 1) : slips(word);
    if (slips > 0) {
      ways.add(weighing(new FuzzyQuery(term, slips, sure, ANY, true, ALL_AT_ONCE), WITH_A_SLIP));
    }
    return new DisjunctionMaxQuery(ways, 0);
  }

  private static Query weighing(Query query, float weight) {
    return new BoostQuery(new ConstantScoreQuery(query), weight);
  }

  private static int slips(String word) {
    int letters = word.codePointCount(0, word.length());
    if (letters >= TWO_SLIPS) {
      return 2;
    }
    return letters >= ONE_SLIP ? 1 : 0;
  }

  private Query mail(String written) {
    String folded = folded(written);
    if (folded.length() > MAX_MAIL) {
      return new MatchNoDocsQuery("no mail address is so long");
    }
    float weight = written.indexOf('@') >= 0 ? AS_IT_IS : WITH_A_SLIP;
    return weighing(new PrefixQuery(new Term(PatientWordsIndex.MAIL, folded)), weight);
  }

  private Query phone(String asked) {
    Query end = endsWith(national(asked), ITS_BEGINNING);
    return phones
        .e164(asked)
        .<Query>map(
            whole -> new DisjunctionMaxQuery(List.of(endsWith(digits(whole), AS_IT_IS), end), 0))
        .orElse(end);
  }

  private static Query endsWith(String digits, float weight) {
    return weighing(new PrefixQuery(new Term(PatientWordsIndex.PHONE, reversed(digits))), weight);
  }

  /** A phone number as the index has it. */
  String storedPhone(String written) {
    return reversed(
        phones.e164(written).map(PatientQuery::digits).orElseGet(() -> digits(written)));
  }

  private static String national(String written) {
    return LEADING_ZEROS.matcher(digits(written)).replaceFirst("");
  }

  private static String digits(String text) {
    return NO_DIGITS.matcher(text).replaceAll("");
  }

  private static String reversed(String digits) {
    return new StringBuilder(digits).reverse().toString();
  }

  /** As one word, whatever is in it. */
  String folded(String text) {
    return names.normalize(PatientWordsIndex.NAME, text).utf8ToString();
  }

  private List<String> wordsOf(String text) {
    List<String> words = new ArrayList<>();
    try (TokenStream stream = names.tokenStream(PatientWordsIndex.NAME, text)) {
      CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        if (word.length() > 0 && word.length() <= MAX_LETTERS) { // else there were marks alone
          words.add(word.toString());
        }
      }
      stream.end();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return words;
  }
}
