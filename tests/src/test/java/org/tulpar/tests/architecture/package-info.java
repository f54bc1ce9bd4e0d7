/**
 * The layout of the house as tests.
 *
 * <p>Every rule is a constant; for every constant there is a planted violation under {@code
 * org.tulpar.violations} on which it must fail, so a rule that cannot fail cannot pass here. Test
 * classes themselves are outside of the rules.
 */
package org.tulpar.tests.architecture;
