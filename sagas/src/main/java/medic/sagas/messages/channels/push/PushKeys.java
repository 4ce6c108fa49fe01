package medic.sagas.messages.channels.push;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/** Points of P-256 in the 65 bytes that browsers write: 4, x, y. */
final class PushKeys {

  static final String CURVE = "secp256r1";
  static final int POINT_BYTES = 65;
  private static final int FIELD_BYTES = 32;
  private static final byte UNCOMPRESSED = 4;

  private PushKeys() {}

  /**
   * Reads a point.
   *
   * @throws IllegalArgumentException when it is none of the curve
   */
  static ECPublicKey read(byte[] point) {
    if (point.length != POINT_BYTES || point[0] != UNCOMPRESSED) {
      throw new IllegalArgumentException("not an uncompressed point of P-256");
    }
    BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + FIELD_BYTES));
    BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 1 + FIELD_BYTES, POINT_BYTES));
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(CURVE));
      ECParameterSpec curve = parameters.getParameterSpec(ECParameterSpec.class);
      verifyOnCurve(x, y, curve);
      return (ECPublicKey)
          KeyFactory.getInstance("EC")
              .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve));
    } catch (GeneralSecurityException failure) {
      throw new IllegalArgumentException("not a point of P-256", failure);
    }
  }

  /** The JDK does not ask, and a point off the curve would give our key away bit by bit. */
  private static void verifyOnCurve(BigInteger x, BigInteger y, ECParameterSpec curve) {
    BigInteger p = ((java.security.spec.ECFieldFp) curve.getCurve().getField()).getP();
    BigInteger right =
        x.pow(3).add(curve.getCurve().getA().multiply(x)).add(curve.getCurve().getB()).mod(p);
    boolean inField = x.compareTo(p) < 0 && y.compareTo(p) < 0;
    if (!inField || !y.multiply(y).mod(p).equals(right)) {
      throw new IllegalArgumentException("not a point of P-256");
    }
  }

  static byte[] write(ECPublicKey key) {
    byte[] point = new byte[POINT_BYTES];
    point[0] = UNCOMPRESSED;
    put(key.getW().getAffineX(), point, 1);
    put(key.getW().getAffineY(), point, 1 + FIELD_BYTES);
    return point;
  }

  private static void put(BigInteger number, byte[] into, int at) {
    byte[] bytes = number.toByteArray();
    int length = Math.min(bytes.length, FIELD_BYTES);
    System.arraycopy(bytes, bytes.length - length, into, at + FIELD_BYTES - length, length);
  }
}
