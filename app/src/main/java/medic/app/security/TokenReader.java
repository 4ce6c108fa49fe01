package medic.app.security;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;

/** Says who calls with a token whose signature and time are right. */
interface TokenReader extends Converter<Jwt, AbstractAuthenticationToken> {}
