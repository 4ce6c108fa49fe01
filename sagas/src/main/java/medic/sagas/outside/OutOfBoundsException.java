package medic.sagas.outside;

import java.net.UnknownHostException;

/** A name leads where calls must not go. */
public final class OutOfBoundsException extends UnknownHostException {}
