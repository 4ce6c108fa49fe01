package medic.personal;

/** Where the master key comes from: a file, a setting, or one day a key service. */
public interface MasterKeys {

  /** As last read. */
  MasterKey current();

  /** Read anew, for another process may have put a newer one in its place. */
  MasterKey refreshed();

  /** One that is given and stays. */
  static MasterKeys fixed(MasterKey key) {
    return new MasterKeys() {
      @Override
      public MasterKey current() {
        return key;
      }

      @Override
      public MasterKey refreshed() {
        return key;
      }
    };
  }
}
