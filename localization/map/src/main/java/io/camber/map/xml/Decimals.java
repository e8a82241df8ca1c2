package io.camber.map.xml;

import java.math.BigInteger;

/**
 * Decimal numbers to the nearest double, bit for bit as {@link Double#parseDouble} but several times faster for the 17 digits
 * that exporters write (Lemire 2021, "Number parsing at a gigabyte per second", with one 64-bit product). Where that product
 * cannot decide the last bit, or the text is not plainly a number, the platform decides.
 */
final class Decimals {
  /** Powers of ten that doubles hold exactly. */
  private static final double[] TENS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private static final int POWER_MAX = 40;

  /** Upper 64 bits of 5^q, normalised, for q from -POWER_MAX to POWER_MAX. */
  private static final long[] FIVES = fives();

  private static final long EXACT_MAX = 1L << 53;
  private static final int DIGITS_MAX = 18;

  private Decimals() {}

  private static long[] fives() {
    long[] table = new long[2 * POWER_MAX + 1];
    BigInteger power = BigInteger.ONE;
    for (int q = 0; q <= POWER_MAX; q++) {
      table[POWER_MAX + q] = top64(power.shiftLeft(64));
      table[POWER_MAX - q] = top64(BigInteger.ONE.shiftLeft(256).divide(power));
      power = power.multiply(BigInteger.valueOf(5));
    }
    return table;
  }

  private static long top64(BigInteger value) {
    return value.shiftRight(value.bitLength() - 64).longValue();
  }

  /** The number; throws {@link NumberFormatException} as the platform does. */
  static double parse(String text) {
    int end = text.length();
    int at = 0;
    boolean negative = end > 0 && text.charAt(0) == '-';
    if (negative) {
      at++;
    }
    long digits = 0;
    int count = 0;
    int power = 0;
    int first = at;
    int dot = -1;
    for (; at < end; at++) {
      int c = text.charAt(at);
      if (c >= '0' && c <= '9') {
        digits = 10 * digits + (c - '0');
        count += digits == 0 ? 0 : 1;
      } else if (c == '.' && dot < 0) {
        dot = at;
      } else {
        break;
      }
    }
    int seen = at - first - (dot < 0 ? 0 : 1);
    if (seen == 0 || count > DIGITS_MAX) {
      return Double.parseDouble(text);
    }
    if (dot >= 0) {
      power = dot + 1 - at;
    }
    if (at < end) {
      int exponent = exponent(text, at, end);
      if (exponent == Integer.MIN_VALUE) {
        return Double.parseDouble(text);
      }
      power += exponent;
    }
    double value = digits == 0 ? 0.0 : scaled(digits, power);
    if (Double.isNaN(value)) {
      return Double.parseDouble(text);
    }
    return negative ? -value : value;
  }

  /** The number after an e; the least integer when there is something else or it is long. */
  private static int exponent(String text, int start, int end) {
    int c = text.charAt(start);
    int at = start + 1;
    if ((c != 'e' && c != 'E') || at >= end) {
      return Integer.MIN_VALUE;
    }
    boolean negative = text.charAt(at) == '-';
    if (negative || text.charAt(at) == '+') {
      at++;
    }
    if (at >= end || end - at > 4) {
      return Integer.MIN_VALUE;
    }
    int value = 0;
    for (; at < end; at++) {
      c = text.charAt(at);
      if (c < '0' || c > '9') {
        return Integer.MIN_VALUE;
      }
      value = 10 * value + (c - '0');
    }
    return negative ? -value : value;
  }

  /** digits times ten to the power, NaN when the platform has to decide. */
  private static double scaled(long digits, int power) {
    if (digits <= EXACT_MAX && power >= -22 && power <= 22) {
      // Both factors are exact, so the one rounding is the right one.
      return power < 0 ? digits / TENS[-power] : digits * TENS[power];
    }
    if (power < -POWER_MAX || power > POWER_MAX) {
      return Double.NaN;
    }
    int zeros = Long.numberOfLeadingZeros(digits);
    long w = digits << zeros;
    long five = FIVES[POWER_MAX + power];
    long low = w * five;
    long high = Math.multiplyHigh(w, five) + ((w >> 63) & five) + ((five >> 63) & w);
    long tail = high & 0x1FF;
    // The table is cut off, so the product may be short by less than w in its lower half.
    if (tail == 0x1FF || (tail == 0 && low == 0) || (tail == 0x100 && low == 0)) {
      return Double.NaN;
    }
    int upper = (int) (high >>> 63);
    long mantissa = high >>> (upper + 9);
    if ((mantissa & 3) == 1 && (tail == 0 || tail == 0x100)) {
      return Double.NaN;
    }
    mantissa = (mantissa + (mantissa & 1)) >>> 1;
    int exponent = ((217706 * power) >> 16) + 1087 - zeros - (1 - upper);
    if (mantissa >= EXACT_MAX) {
      mantissa >>>= 1;
      exponent++;
    }
    return exponent < 1 || exponent > 2046
        ? Double.NaN
        : Double.longBitsToDouble((mantissa & (EXACT_MAX / 2 - 1)) | (long) exponent << 52);
  }
}
