/** Who may come in: logins, tokens, the filter chain. */
@NullMarked
package medic.app.security;

import org.jspecify.annotations.NullMarked;
