package medic.sagas.messages.channels.push;

/**
 * How pushes leave.
 *
 * @param contact a mail address by which push services reach the operator
 * @param privateEndpoints whether push services may be at private addresses and without TLS: for
 *     trying things out, never where patients can reach this server
 */
public record PushSettings(VapidKey key, String contact, boolean privateEndpoints) {}
