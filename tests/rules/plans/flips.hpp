// Whether every value of a plan counts: altering it alone flips a verdict of the audit.
#pragma once

#include "rules/plans/plan.hpp"

namespace thidua::testing {

/// Compares the verdicts of the plan with `<name>.flips` beside this file: first those on the plan as it is, then, for
/// each alterable value, the nearest alteration that flips one, and which. A value that flips none fails the test.
/// THIDUA_RENEW=1 writes the file anew; read the difference before you keep it.
void check_flips(const Plan& plan, const std::string& name);

}  // namespace thidua::testing
