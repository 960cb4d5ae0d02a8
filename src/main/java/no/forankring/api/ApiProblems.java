package no.forankring.api;

import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// Answers with problem details also where the framework refuses a request to one of our controllers: a parameter that
/// is no number, a body of the wrong kind.
@RestControllerAdvice(basePackageClasses = ApiProblems.class)
class ApiProblems extends ResponseEntityExceptionHandler {}
