package medic.query.names;

/** The names beside the ids of a row {@code a}, as columns and as the joins that bring them. */
public final class Joined {

  public static final String COLUMNS =
      " d.name doctor_name, t.name type_name, l.name location_name, l.city location_city,"
          + " l.timezone location_timezone, r.name room_name";

  public static final String NAMES =
      " left join read.name_v1 d on d.id = a.doctor_id"
          + " left join read.name_v1 t on t.id = a.type_id"
          + " left join read.name_v1 l on l.id = a.location_id"
          + " left join read.name_v1 r on r.id = a.room_id";

  public static final String PATIENT =
      " left join read.patient_v1 p on p.patient_id = a.patient_id";

  private Joined() {}
}
