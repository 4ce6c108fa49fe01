package medic.sagas.outside;

import java.io.IOException;

/** A call was given up, for it took too long. */
public final class TooLateException extends IOException {}
