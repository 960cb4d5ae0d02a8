package no.forankring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/// The service as it ships, over the sample documents in `corpus`, in a home folder of its own.
///
/// It is started once for all tests that carry this, so what one test decides the others see.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Wiring.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "forankring.home=target/sample-home-${random.uuid}",
            "forankring.sample=corpus",
            "spring.servlet.multipart.max-file-size=3MB"
        })
@interface OverSampleDocuments {}
