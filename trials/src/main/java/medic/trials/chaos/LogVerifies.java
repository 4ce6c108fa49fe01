package medic.trials.chaos;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import medic.log.export.ExportVerifier;
import medic.log.note.VerifierKey;

/** A whole export verifies, offline, under the log's public key. */
final class LogVerifies implements Check {

  private static final int PATIENCE_SECONDS = 60;

  private final VerifierKey key;

  LogVerifies(VerifierKey key) {
    this.key = key;
  }

  @Override
  public String name() {
    return "the log verifies";
  }

  @Override
  public List<String> findings(ChaosEvidence evidence) throws Exception {
    String last = "";
    for (int i = 0; i < PATIENCE_SECONDS; i++) {
      ChaosCaller.Answer export =
          evidence
              .practice()
              .auditor()
              .get(evidence.cluster().nodes().get(0).address(), "/api/audit/export?format=ndjson");
      if (export.status() == 200) {
        return verified(export.body().getBytes(StandardCharsets.UTF_8));
      }
      last = export.status() + " " + export.body();
      Thread.sleep(1000);
    }
    return List.of("no export: " + last);
  }

  private List<String> verified(byte[] export) throws Exception {
    ExportVerifier.Verdict verdict =
        new ExportVerifier(key, List.of()).verify(() -> new ByteArrayInputStream(export));
    return verdict.findings().stream().map(Object::toString).toList();
  }
}
