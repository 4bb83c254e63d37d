// The names in a template against those there are, each in the section where it stands, without any data.
#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "clausier/present/document_variables.hpp"
#include "template_program.hpp"

namespace clausier::present {

struct NameFault {
    std::size_t position = 0;  // a byte of the template
    std::string text;
};

std::vector<NameFault> name_faults(const TemplateProgram& program, std::span<const DocumentVariable> variables);

}  // namespace clausier::present
