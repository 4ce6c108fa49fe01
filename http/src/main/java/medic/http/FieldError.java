package medic.http;

/** A bad field of a request: its path, a stable code, and what a person can do about it. */
public record FieldError(String field, String code, String message) {}
