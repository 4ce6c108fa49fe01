# Build the jar first: mvn -DskipTests package
FROM eclipse-temurin:21-jre
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/* \
 && useradd --system --create-home medic \
 && install --directory --owner=medic --mode=700 /home/medic/data
COPY app/target/medic-server.jar /medic.jar
USER medic
WORKDIR /home/medic
ENTRYPOINT ["java", "-XX:+UseParallelGC", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-Daxoniq.update-checker.disabled=true", "-Dspring.threads.virtual.enabled=true", "-jar", "/medic.jar"]
